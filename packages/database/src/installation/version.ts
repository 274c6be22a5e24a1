/** Whether a version (`1.2.3`) comes after another. */
export function isLater(version: string, than: string): boolean {
  const [numbers, other] = [numbersOf(version), numbersOf(than)]
  const first = numbers.findIndex((number, place) => number !== other[place])
  return first >= 0 && (numbers[first] ?? 0) > (other[first] ?? 0)
}

const numbersOf = (version: string): readonly number[] => version.split('.').map(Number)
