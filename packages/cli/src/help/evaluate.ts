/** What `amends evaluate --help` prints. */
export const evaluateHelp = `amends evaluate: measure the classification on labelled messages

Usage: amends evaluate FILE… [options]

FILE holds messages as NDJSON (one a line) or a JSON array; "-" is standard input. A message is
  {"text": "Where is my parcel?", "issueType": "logistics_tracking", "sentiment": "neutral", "language": "en"}
issueType or sentiment is needed, and may be a list of words that all count as right; language, subject, id and author may be left
out. One bad message refuses the file, with its line and path.

Printed are macro-F1 by language with its 95 % interval (bootstrap, fixed seed), for the rules alone, for the rules with the model,
and for the most frequent answer; then precision, recall and F1 by label, what is taken for what, and how far confidence can be
trusted. Sentiment is measured as five words, as polarity and as anger.

  --model FILE        a model of your own, from amends train, or "none" (default: "standard", the one that ships)
  --policies PATH     your classification policies, a file or a folder; may be repeated
  --lexicon FILE      a lexicon beside or in place of the standard one of its language; may be repeated. Those that
                      amends.config.json names near the policies are read too
  --language CODE     messages of this language alone; may be repeated
  --min-macro-f1 N    fail where the macro-F1 of the issue type (of sentiment, where no message has an issue type) is below N, 0 to 1
  --confusion         the whole confusion matrix
  --errors            every message answered otherwise, with its line
  --json              the figures as one JSON object, shares from 0 to 1
  --help              this text

Examples:
  amends evaluate labelled.ndjson
  amends evaluate labelled.ndjson --policies policies/ --model none --errors
  cat labelled.ndjson | amends evaluate - --min-macro-f1 0.8
  amends evaluate labelled.ndjson --json | jq .model.issueType.macroF1

Exit codes: 0 measured, 1 below --min-macro-f1, 2 bad usage or messages that can't be read.
`;
