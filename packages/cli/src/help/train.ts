/** What `amends train --help` prints. */
export const trainHelp = `amends train: train a model of your own on your own labelled messages

Usage: amends train FILE… [--out FILE] [options]

FILE holds messages as amends evaluate reads them, NDJSON or a JSON array; "-" is standard input:
  {"text": "Where is my parcel?", "issueType": "logistics_tracking", "sentiment": "neutral", "language": "en", "author": "c-17"}
With an author on every message, nobody's messages are both learned from and measured on. Fifteen messages a label and language are
little, forty do; labels with fewer are warned of, as are texts that stand twice and what looks like personal data.

The figures are cross-validated: a model is trained on four fifths and answers the fifth it hasn't seen, five times. Printed are
macro-F1 beside the rules and two baselines, the confusion matrix, how far confidence can be trusted, and the phrases that speak most
for each label, of which a lexicon can be made. Then a model is trained on everything and written. The same messages give the same
file. It holds weights of hashed runs of characters, no text.

  --out FILE          where the model goes (default: amends-model.json)
  --name NAME         the model's name, as decisions tell it (default: own)
  --parts N           how many parts the messages are split into (default: 5)
  --policies PATH     your classification policies, for the figures of rules with model; may be repeated
  --lexicon FILE      a lexicon in place of the standard one of its language; may be repeated
  --min-macro-f1 N    write nothing and fail where the cross-validated macro-F1 of rules with model is below N, 0 to 1
  --json              the figures as one JSON object
  --help              this text

Examples:
  amends train tickets.ndjson --out shop-model.json
  amends evaluate held-out.ndjson --model shop-model.json
  amends run cases.ndjson --model shop-model.json

Exit codes: 0 trained, 1 below --min-macro-f1, 2 bad usage or messages that can't be read or learned from.
`;
