/**
 * How far a test goes: `quick` in `npm test`, `whole` in `npm run test:proof`, which runs every file that imports this one.
 * Quick is one case of each kind; whole is all of them.
 */
export function reach<T>(quick: T, whole: T): T {
  return process.env.TEST_REACH === "whole" ? whole : quick;
}
