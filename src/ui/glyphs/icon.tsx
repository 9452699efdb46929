/** Small line drawings for controls, on a grid of 16. They take the colour of the text. */
const lines = {
  tick: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H6',
  redo: 'M10 3l3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H10',
  reset: 'M13 8a5 5 0 1 1-1.6-3.7M13.2 1.8v3.4H9.8',
  back: 'M10 3 5 8l5 5',
  next: 'M3 8h9.5M8.5 4l4 4-4 4',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  menu: 'M2 4.5h12M2 8h12M2 11.5h12',
  read: 'M3 2.5h10M3 5.8h10M3 9.2h10M3 12.5h6',
  do: 'M13 3v5.5H3.5M6.5 5.5l-3 3 3 3',
  trail:
    'M4 1v14M7.5 4h6M7.5 8h6M7.5 12h6M4 2.8a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4M4 6.8a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4M4 10.8a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4',
  flag: 'M4 14.5V2.5h8.5l-2.6 3.2 2.6 3.3H4',
  person: 'M8 2.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2M2.8 14c.3-3 2.3-4.4 5.2-4.4s4.9 1.4 5.2 4.4',
  world: 'M6.5 1v14M9.5 1v14',
} as const

export type IconName = keyof typeof lines | 'theme'

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="i"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
    >
      {name === 'theme' ? (
        <>
          <circle cx="8" cy="8" r="5.8" />
          <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6Z" fill="currentColor" stroke="none" />
        </>
      ) : (
        <path d={lines[name]} />
      )}
    </svg>
  )
}
