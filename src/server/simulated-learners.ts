import { items } from '../course/items/index.ts'
import type { Metric } from '../course/lab-definition.ts'
import { labs } from '../course/labs/index.ts'
import { atLeastOf } from '../course/learners/binomial.ts'
import { learnerKinds } from '../course/learners/learners.ts'
import { plainQuestions } from '../course/learners/plain-questions.ts'
import { simulate } from '../course/learners/simulate.ts'
import { metrics } from '../course/words/metrics.ts'

const METRIC: Metric = 'import-workflow'
const ALL = Object.keys(metrics) as Metric[]
/** Right answers of 20 that the floor of the questions' channel asks for */
const NEEDED = 16

/** With one decimal; of what is less than that, the first digit. */
const percent = (share: number) => {
  const small = share > 0 && share < 0.001
  return `${small ? (100 * share).toPrecision(1) : (100 * share).toFixed(1)} %`
}

/** Prints, as Markdown, how often learners of each kind get what they should not or should get. */
export function simulatedLearners(learners: number, seed: number, line: (text: string) => void): void {
  const count = learners.toLocaleString('en')
  line('# Simulated learners')
  line('')
  line(
    `Written by \`npm run -s items -- --learners ${learners} --seed ${seed}\`: ${count} learners of each kind,`,
  )
  line(
    'judged by the rules of mastery that the app uses. A share of the questions is known, the others are guessed.',
  )
  line('')
  line('## Twenty questions of four options')
  line('')
  line('The floor of 0.70 for questions asks for 16 right. Exactly: by the binomial distribution.')
  line('')
  line('| Learner | Over the floor | Exactly |')
  line('| --- | --- | --- |')
  for (const kind of learnerKinds.filter(({ answers, passes }) => answers && passes)) {
    const { overFloor } = simulate(kind, learners, {
      course: plainQuestions(METRIC),
      metrics: [METRIC],
      seed,
    })
    const exact = atLeastOf(NEEDED, 20, kind.knows + (1 - kind.knows) / 4)
    line(`| ${kind.id} | ${percent(overFloor / learners)} | ${percent(exact)} |`)
  }
  line('')
  line('## The bank and its labs')
  line('')
  line(
    'Twenty questions of each metric in one morning. Whoever does labs passes all of them without a hint, so only',
  )
  line('questions can hold a learner up. Shares of learners and metrics, and in the last column of learners.')
  line('')
  line('| Learner | Over the floor | Metric mastered | Course mastered |')
  line('| --- | --- | --- | --- |')
  for (const kind of learnerKinds) {
    const { overFloor, mastered, courses } = simulate(kind, learners, {
      course: { items, labs },
      metrics: ALL,
      seed,
    })
    const each = learners * ALL.length
    line(
      `| ${kind.id} | ${percent(overFloor / each)} | ${percent(mastered / each)} | ${percent(courses / learners)} |`,
    )
  }
}
