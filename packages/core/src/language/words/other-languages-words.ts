/** Function words of languages written in Latin letters that are not among the seventeen (Swedish, Danish, Norwegian, Finnish, Czech, Slovak, Hungarian, Romanian, Croatian, Catalan, Filipino), space-separated. */
export const otherLanguagesWords =
  "och jag är inte att det som ett på från har hade mitt min kan ska också efter ännu tack hej vänliga beställning " +
  "beställde paketet varför när var mycket fått ikke jeg og af til mit er hvor hvornår pakke bestilling ordre fået endnu " +
  "venlig hilsen tak være hei takk ennå hvorfor kommet ja en ei että se on olen ole mutta kun myös vielä kiitos moi " +
  "tilaus tilaukseni paketti tilasin missä milloin saanut hyvää päivää není jsem jste jsme by že ale nebo jak kde kdy " +
  "proč už ještě jen velmi dobrý den děkuji prosím objednávka objednávku objednal balík zboží ste je nie ako kedy ďakujem " +
  "deň és egy nem van volt hogy az ezt azt meg csak még már köszönöm kérem jó napot rendelés rendelésem csomag " +
  "megérkezett szeretném miért mikor și în nu este sunt să că cu pentru din care am avut mai încă unde când mulțumesc " +
  "bună ziua comanda comandă coletul produsul vă rog sam nije nisam jesam što kako gdje kada još samo hvala molim " +
  "narudžba paket poštovani moja amb però els les dels meva meu gràcies bon dia encara què quan ang ng mga sa ko po opo " +
  "hindi pa ba ikaw salamat kailan nasaan yung naman lang";
