/** Portuguese function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const portugueseWords =
  "o a os as um uma uns umas de do da dos das ao à aos às no na nos nas num numa pelo pela pelos pelas e ou mas nem não " +
  "sim que quê como quando onde quem qual por porque pra para pro com sem em entre sobre desde até é são era eram foi " +
  "foram ser sou somos está estão estava estou estamos estar tá tô tava hei há tem têm tenho tinha ter havia eu tu ele " +
  "ela você vocês vc vcs nós eles elas me te se lhe lhes meu minha meus minhas seu sua seus suas nosso nossa este esta " +
  "isto esse essa isso aquele aquela muito muita mais menos pouco nada nunca sempre já ainda também bem mal bom boa ruim " +
  "péssimo ótimo ótima olá oi obrigado obrigada favor senhor senhora dia tarde noite agora hoje ontem amanhã semana " +
  "semanas mês dias pedido encomenda pacote entrega entregue entregaram entregou envio enviado enviar chegou chegar chega " +
  "recebi recebido receber compra comprei comprado comprar produto artigo loja quebrado quebrada danificado defeito " +
  "errado errada falta faltando veio vieram tamanho devolução devolver reembolso dinheiro troca trocar cobraram paguei " +
  "preço prazo quero queria gostaria gostei adorei posso pode podem poderia preciso faz fazer feito só tudo todos toda " +
  "todas outro outra mesmo quanto alguém algo resposta ajuda problema endereço esperando espero aguardo aguardando fiquei " +
  "ficou dois duas três rápido recomendo qualidade atraso mto tbm n q blz nao péssima lixo excelente rastreio " +
  "rastreamento correios transportadora estorno nota fiscal";
