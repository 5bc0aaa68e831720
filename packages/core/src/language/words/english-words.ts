/** English function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const englishWords =
  "the a an and or but of to in on at for from with without by about after before is are was were be been being am do " +
  "does did done doing don't doesn't didn't have has had having haven't hasn't i i'm i've i'd you your you're yours he " +
  "she it its it's we our us they them their this that these those there here what when where why who how which not no " +
  "yes never still yet already again just only very really please thanks thank hi hello hey dear sir madam sorry can " +
  "could can't couldn't will would won't wouldn't shall should may might must get got give want need like know tell see " +
  "look use used make made going went came come send sent ordered receive received arrived arrive delivered broken wrong " +
  "missing damaged refund money back return returned replacement cancel item parcel bought buy paid pay price cheap good " +
  "bad great worst best love awful terrible anyone someone nothing something anything everything all any some more most " +
  "much many other another than then if because so as my me mine his her week weeks day days today tomorrow yesterday " +
  "month months year waiting wait working work works now long time first last new old same different help question " +
  "problem support shipping address size small big fit box charged twice ago update where's cheers wtf lol u ur pls plz " +
  "thx dont cant didnt doesnt isnt im ive wont delivery late package order warranty exchange invoice quality unacceptable " +
  "recommend excellent";
