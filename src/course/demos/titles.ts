/** What each demonstration is called and where it is found, for pages that do not play it. */
export const demoTitles = {
  D1: { id: 'the-key-you-cannot-hold', title: 'The key you cannot hold', module: 1, minutes: 6 },
  D2: { id: 'the-courier-puzzle', title: 'The courier puzzle', module: 2, minutes: 8 },
  D3: { id: 'one-clock-two-keys', title: 'One clock, two keys', module: 3, minutes: 6 },
  D4: { id: 'four-red-buttons', title: 'Four red buttons', module: 4, minutes: 8 },
} as const

export type DemoCode = keyof typeof demoTitles
export const demoCodes = Object.keys(demoTitles) as DemoCode[]
