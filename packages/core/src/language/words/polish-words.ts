/** Polish function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const polishWords =
  "i a w z ze na do od o u po za przed przez przy dla bez pod nad między nie tak czy że żeby aby ale lub albo więc bo jak " +
  "jaki jaka jakie co kto gdzie kiedy dlaczego ile który która które jest są był była było były być będzie będą jestem " +
  "jesteś ja ty on ona ono my wy oni mnie mi mną ci ciebie go jego jej ją ich im nas nam was wam się sobie mój moja moje " +
  "mojego mojej moich twój swój nasz wasz to ta ten te tego tej tym tych tam tu tutaj już jeszcze tylko bardzo też także " +
  "nigdy zawsze nic coś ktoś wszystko teraz dziś dzisiaj wczoraj jutro dzień dni tydzień tygodni tygodnie miesiąc witam " +
  "cześć dobry wieczór dziękuję dzięki proszę pozdrawiam szanowni państwo pan pani przepraszam niestety mogę może można " +
  "mógłby muszę musi chcę chciałbym chciałabym mam ma mają miał miała mieć zamówienie zamówienia zamówiłem zamówiłam " +
  "zamówiony paczka paczki paczkę przesyłka przesyłki przesyłkę dostawa dostawy wysłane wysłana wysłać dotarła dotarło " +
  "dotarł przyszedł przyszła przyszło otrzymałem otrzymałam dostałem dostałam kupiłem kupiłam produkt towar zepsuty " +
  "uszkodzony uszkodzona zły zła zamiast brakuje zwrot zwrotu zwrócić reklamacja reklamację pieniądze pieniędzy wymiana " +
  "wymienić zapłaciłem zapłaciłam cena rozmiar sklep dobrze źle dobra pytanie pomoc pomocy problem odpowiedź odpowiedzi " +
  "adres czekam czekać nadal dwa trzy razy no zrobić robić robi wiem wie sie juz prosze dziekuje kurier kuriera idzie " +
  "skandal polecam dziękuje zapłacone nadaniu numer numeru pomóc kwota";
