/** What the Brief says around a lab's own text. */
export const words = {
  eyebrow: (module: number, code: string, mode: string, minutes: number) =>
    `Module ${module}, lab ${code}. ${mode}, ${minutes} min`,
  story: 'The story',
  tasks: 'Tasks',
  task: (n: number) => `Task ${n}`,
  done: 'Done',
  later: 'Comes later',
  ahead: (met: number, of: number) => ` (${met} of ${of} hold already)`,
  event: (n: number) => `event ${n}`,
  showTask: (title: string) => `${title}: show again`,
  check: 'Task check',
  holds: 'Holds',
  notYet: 'Open',
  now: 'Now',
  needed: 'Needed',
  lookAt: 'Look at',
  lines: {
    title: 'The lines',
    put: 'Put in terminal',
    putNamed: (line: string) => `Put in terminal: ${line}`,
  },
  hint: {
    titles: ['where to look', 'which operation', 'the worked command'],
    take: (n: number, title: string) => `Hint ${n} of 3: ${title}`,
    given: (n: number, title: string) => `Hint ${n} of 3: ${title}`,
  },
  prediction: {
    before: 'Before you run it',
    sure: 'How sure are you?',
    certainty: { low: 'A guess', middle: 'Fairly sure', high: 'Sure' },
    lock: 'Lock my answer',
    choose: 'Choose an answer and how sure you are. It stays as you lock it.',
    locked: 'Locked.',
    waits: 'Now find out: do the task.',
    yours: 'Your prediction',
    asIs: 'So it is.',
    cameTrue: (right: number, of: number) =>
      of > 1
        ? `${right} of ${of} predictions came true`
        : right === 1
          ? 'Your prediction came true'
          : 'Your prediction did not come true',
    notSo: 'Not so.',
    rightWas: 'What happens',
  },
  question: {
    answer: 'Answer',
    again: 'Change my answer',
    right: 'That is right.',
    wrong: 'Not this one.',
    missing: 'Not all yet.',
    soFar: (marked: number) => `${marked} marked, and nothing wrong among them.`,
  },
  entry: { keep: 'Keep', kept: 'Kept.', change: 'Change' },
  regionFailure: {
    label: 'Teaching model.',
    what: 'No operation of KMS does this, and the trail has no record of it. In the terminal it is `lab region-failure`.',
    press: (region: string) => `Let ${region} fail`,
    title: (region: string) => `Let the whole Region ${region} fail?`,
    text: 'This is a teaching model. The Region fails and comes back. Keys that KMS generated are as before. Keys with imported material come back without it. AWS says that this may happen; here it always does. Undo takes it back.',
    keep: 'Leave it',
    happened: (region: string, emptied: number) =>
      `${region} failed and came back. ${emptied === 1 ? '1 key has' : `${emptied} keys have`} lost imported material.`,
  },
  coach: { title: 'What this tells you', event: (n: number) => `See event ${n}` },
  drill: {
    label: 'Drill clock',
    used: (minutes: number, of: number) => `${minutes} of ${of} virtual minutes used`,
    over: (minutes: number, of: number) => `${minutes} virtual minutes used, ${of} were allowed`,
    cost: (seconds: number) =>
      seconds % 60 === 0 ? `Each call costs ${seconds / 60} min.` : `Each call costs ${seconds} s.`,
  },
  passed: {
    title: 'The lab is done',
    after: 'What follows a lab',
    became: (n: number) => `All ${n} conditions hold. Each event number opens the record that shows it.`,
    skills: 'Practised here, and counted for your progress',
    reflection: 'One sentence for you',
    keep: 'Keep my sentence',
    kept: 'Kept with your work.',
    next: (code: string, title: string) => `Next: ${code}, ${title}`,
    all: 'All labs',
  },
  sandbox: {
    title: 'Sandbox',
    text: [
      'An account of your own. You begin as its root in `eu-west-1`; roles and other Regions are in the bar above. There is no task here: create keys, bring material, encrypt, break things, move the clock.',
      'Every call is recorded in the Trail, also the ones that fail. Undo takes back any of them.',
    ],
    presets: 'Start with something',
    running: 'Working',
    stopped: 'The service refused a step of this. See the Trail.',
    labs: 'Or do a lab',
  },
  presets: {
    generated: { title: 'A key made by KMS', text: 'Origin `AWS_KMS`, with the name `alias/trial-records`.' },
    empty: { title: 'A key without material', text: 'Origin `EXTERNAL`. It waits for bytes of yours.' },
    imported: {
      title: 'A key with imported material',
      text: 'Material from this page, wrapped and imported; the bytes stay in your files. It ends in 30 days.',
    },
  },
} as const
