/** What deciding gives or throws, so that two ways of deciding can be compared. */
export function outcome<Value>(decide: () => Value): Value | Error {
  try {
    return decide();
  } catch (error) {
    return error as Error;
  }
}
