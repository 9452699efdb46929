/** Where an address says that its reader came from; only places of the quizzes count. @param otherwise where it names none */
export function wayBack(search: string, otherwise: string): string {
  const given = new URLSearchParams(search).get('back') ?? ''
  return /^\/(practice|review)\b/.test(given) ? given : otherwise
}
