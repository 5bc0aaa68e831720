/** Dutch function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const dutchWords =
  "de het een en of maar ook niet geen nee ja wel is zijn was waren ben bent wordt worden werd geworden heb hebt heeft " +
  "hebben had hadden gehad ik jij je u hij zij ze wij we jullie mij me jou hem haar hun hen ons onze mijn m'n jouw uw z'n " +
  "dit dat deze die daar hier er van voor met zonder bij naar na uit op over onder om aan in door tegen tot te ter als " +
  "dan toch dus want omdat toen nu nog steeds altijd nooit alleen meer veel heel erg zo alles iets niets niks iemand " +
  "niemand wat wie waar wanneer waarom hoe welke welk vandaag gisteren morgen dag dagen week weken maand hallo hoi " +
  "goedemorgen goedemiddag goedenavond goedendag beste geachte dank dankjewel bedankt alvast graag groet groeten groetjes " +
  "vriendelijke alstublieft aub svp helaas kan kunt kunnen kon moet moeten zal zou zullen wil willen wilde mag bestelling " +
  "besteld bestellen bestelnummer pakket pakketje artikel levering geleverd bezorgd bezorging ontvangen gekregen " +
  "aangekomen kapot defect beschadigd verkeerd verkeerde ontbreekt mist terug retour retourneren terugsturen " +
  "terugbetaling geld ruilen gekocht kopen betaald factuur maat goed slecht jammer vraag hulp echt best even gewoon weer " +
  "wacht wachten gestuurd verzonden verstuurd adres klantenservice antwoord reactie laten weten doen doet gaat gaan komt " +
  "komen staat zit twee drie eens mooi klopt bestaat zeg weet ok ff hé prima leuk leuke lekker fijn succes kleine grote " +
  "toestel bezorger";
