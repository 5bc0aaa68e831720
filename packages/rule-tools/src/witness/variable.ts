/** Something that takes one of finitely many values, which stand for all others that no test tells from them. */
export interface Variable {
  readonly name: string;
  /** How many values there are; bit `i` of a set stands for value `i`. Earlier values are shown rather than later ones. */
  readonly size: number;
}

/** The set of all values of a variable. */
export function everyValue({ size }: Variable): bigint {
  return (1n << BigInt(size)) - 1n;
}

/** The first value of a set that isn't empty. */
export function firstValue(set: bigint): number {
  let index = 0;
  let rest = set;
  while ((rest & 1n) === 0n) {
    rest >>= 1n;
    index += 1;
  }
  return index;
}

/** The set of the values for which a test is true. */
export function valuesWhere(size: number, test: (index: number) => boolean): bigint {
  let bits = "";
  for (let index = size - 1; index >= 0; index -= 1) bits += test(index) ? "1" : "0";
  return bits === "" ? 0n : BigInt(`0b${bits}`);
}

/** A variable that is true or false; value 0 is false, so that nothing is said to hold without need. */
export function flag(name: string): Variable {
  return { name, size: 2 };
}
