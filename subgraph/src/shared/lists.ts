/** The same rising numbers, with one of them in or out. */
export function withNumber(numbers: i32[], number: i32, isIn: boolean): i32[] {
  const result: i32[] = [];
  let placed = !isIn;
  for (let i = 0; i < numbers.length; i++) {
    if (numbers[i] == number) continue;
    if (!placed && numbers[i] > number) {
      result.push(number);
      placed = true;
    }
    result.push(numbers[i]);
  }
  if (!placed) result.push(number);
  return result;
}
