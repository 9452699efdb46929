/** How likely `least` or more of `n` independent cases come out that each have the chance `p`. */
export function atLeastOf(least: number, n: number, p: number): number {
  let sum = 0
  for (let hits = least; hits <= n; hits++) {
    let ways = 1
    for (let i = 0; i < hits; i++) ways = (ways * (n - i)) / (i + 1)
    sum += ways * p ** hits * (1 - p) ** (n - hits)
  }
  return sum
}
