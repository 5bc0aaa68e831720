/** Spanish function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const spanishWords =
  "el la los las un una unos unas de del al y e o u pero ni no sí si que qué como cómo cuando cuándo donde dónde quien " +
  "quién cual cuál por porque para con sin en entre sobre desde hasta hacia según es son era eran fue fueron ser soy eres " +
  "somos está están estaba estoy estamos estar he ha han hemos había haber hay tengo tiene tienen tenía tener yo tú él " +
  "ella usted ustedes nosotros ellos ellas me te se lo le les nos mi mis tu tus su sus este esta estos estas ese esa eso " +
  "esto aquel muy más menos mucho muchos poco nada nunca siempre ya aún todavía también tampoco bien mal bueno buena malo " +
  "mala buenos buenas días tardes noches hola gracias saludos favor señor señora disculpe ahora hoy ayer mañana semana " +
  "semanas mes día pedido paquete envío enviado enviar llegó llegado llega llegar recibí recibido recibir compra compré " +
  "comprado comprar producto artículo roto rota dañado defectuoso equivocado equivocada falta talla devolución devolver " +
  "reembolso dinero cambio cobraron pagué pagado precio tienda quiero quisiera puedo puede pueden podría necesito hace " +
  "hacer hecho solo sólo todo todos toda todas otro otra mismo cuánto tal alguien algo respuesta ayuda problema dirección " +
  "número escribo sigue espero esperando sé dos tres q xq pq ok vale vaya porfa jaja correos seguimiento retraso " +
  "entregado entregaron excelente pésimo reclamación factura calidad";
