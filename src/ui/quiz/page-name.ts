/** What a page of the documentation is called, by its address: "DescribeKey", "Rotate keys". */
export function pageName(address: string): string {
  const last = new URL(address).pathname.split('/').findLast((part) => part !== '') ?? address
  const name = last
    .replace(/\.(html|rst)$/, '')
    .replace(/^API_/, '')
    .replace(/^ct-/, 'log entry ')
    .replaceAll('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
