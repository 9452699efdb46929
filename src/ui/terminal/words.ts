import { plural } from '../counted.ts'

/** What the terminal says. Commands and their output stay as they are. */
export const words = {
  title: 'Terminal',
  log: 'Output',
  empty: 'Type a command. aws, openssl and lab are here; help lists the rest.',
  field: 'Command line',
  how: 'Enter runs, Tab completes, Up and Down bring back lines, Control R searches them. Escape leaves, and so does Shift Tab.',
  run: 'Run',
  stop: 'Stop',
  running: 'Running. Ctrl+C ends it.',
  stillRunning: 'Still running. Ctrl+C ends it.',
  loading: 'Loading the shell …',
  failed: (why: string) => `The shell could not be loaded${why === '' ? '' : ` (${why})`}.`,
  retry: 'Try again',
  absent: 'This session has no shell.',
  refused: 'Not run.',
  needsMore: 'The command goes on. Write the rest, or clear the line with Ctrl+C.',
  cleared: 'The output is cleared.',
  lineCleared: 'The line is cleared.',
  nothingToComplete: 'Nothing to complete',
  completions: 'Completions',
  found: (n: number) => `${plural(n, 'completion')}. Down chooses, Enter takes, Escape closes.`,
  history: 'Lines of before',
  foundLines: (n: number) =>
    n === 0
      ? 'No line of before fits'
      : `${plural(n, 'line')} of before. Down chooses, Enter takes, Escape closes.`,
  paste: {
    title: (n: number) => `Run ${plural(n, 'line')}?`,
    hides: 'This text has characters that a screen does not show. They stand here in brackets.',
    more: (n: number) => `and ${plural(n, 'more line')}`,
    run: 'Run them',
    keep: 'Put into the prompt',
    cancel: 'Cancel',
    tooLong: (n: number) =>
      `${plural(n, 'character')} are too many for a command line, which takes 100,000. Bring them in as a file.`,
  },
  entry: {
    exit: (status: number) => `exit ${status}`,
    took: (s: string) => `${s} of lab time`,
    nothing: 'No output',
    copy: 'Copy',
    copyOutput: 'Copy output',
    again: 'Run again',
    edit: 'Change it',
    explain: 'Explain',
    event: (n: number) => `Event ${n}`,
    moreEvents: (n: number) => `and ${plural(n, 'more event')}`,
    inWorld: 'Show in World',
    asBytes: 'As bytes',
    asText: 'As text',
    asTree: 'As a tree',
    bytes: (n: number) => `${plural(n, 'byte')}, not text`,
    output: 'output',
    rest: (n: number) => `Show ${plural(n, 'more character')}`,
    tooMuch: (n: number) =>
      `${plural(n, 'more character')} are not shown. Copy takes all; a redirect keeps them as a file.`,
    page: (operation: string) => `${operation} in AWS’s reference`,
    why: (code: string) => `About ${code}`,
    service: 'This line asked a service of the lab:',
  },
  keys: {
    label: 'Keys',
    tab: 'Tab',
    up: 'Line before',
    down: 'Line after',
    stop: 'Ctrl-C',
  },
  put: 'Put in terminal',
  said: {
    finished: (lines: number, status: number) =>
      `Finished, ${lines === 0 ? 'no output' : plural(lines, 'line')}, exit ${status}`,
    interrupted: 'Ended',
  },
} as const
