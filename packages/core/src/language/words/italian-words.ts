/** Italian function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const italianWords =
  "il lo la i gli le l' un uno una un' di del dello della dei degli delle dell' a al allo alla ai agli alle da dal dallo " +
  "dalla dai dalle in nel nello nella nei nelle con su sul sulla sui per tra fra e ed o ma né non no sì se che chi cosa " +
  "cos'è come quando dove perché quale quanto è sono era erano sia essere stato stata stati state sei siamo siete ho hai " +
  "ha abbiamo avete hanno avevo aveva avere avuto io tu lui lei noi voi loro mi ti ci vi si me te mio mia miei mie tuo " +
  "tua suo sua suoi nostro vostro vostra questo questa questi queste quello quella quelli molto più meno poco niente " +
  "nulla mai sempre già ancora anche bene male buono buona buongiorno buonasera salve ciao grazie saluti cordiali prego " +
  "favore scusate signore signora adesso ora oggi ieri domani settimana settimane mese giorno giorni ordine ordinato " +
  "ordinare pacco spedizione spedito spedire consegna consegnato arrivato arrivata arriva arrivare ricevuto ricevere " +
  "acquisto acquistato comprato prodotto articolo rotto rotta danneggiato difettoso sbagliato sbagliata manca taglia reso " +
  "restituire restituzione rimborso rimborsato soldi cambio pagato prezzo negozio voglio vorrei posso può potete potrebbe " +
  "devo deve bisogno fa fare fatto solo tutto tutti tutta tutte altro altra stesso qualcuno qualcosa risposta aiuto " +
  "problema indirizzo aspetto aspettando sto sta due tre dopo prima così però quindi invece c'è dov'è qual cmq xké nn " +
  "corriere tracciamento ritardo qualità ottimo ottima pessimo pessima fattura spedite annullare";
