import type { ChoiceItem } from '../item-definition.ts'
import type { Metric } from '../lab-definition.ts'
import { skillsOf } from '../mastery/lab-channel.ts'
import type { Course } from '../mastery/learner-record.ts'
import type { CompetencyId } from '../words/competencies.ts'

/** What the course's table of chances speaks of: twenty questions of four options, all worth the same, and no labs. */
export function plainQuestions(metric: Metric, count = 20): Course {
  const skills = skillsOf(metric)
  const items = Array.from({ length: count }, (_, i) =>
    fourOptions(`${metric} ${i + 1}`, metric, skills[i % skills.length]?.[0] as CompetencyId),
  )
  return { items, labs: [] }
}

const fourOptions = (id: string, metric: Metric, competency: CompetencyId): ChoiceItem => ({
  id,
  type: 'single',
  metric,
  competency,
  difficulty: 2,
  lens: 'both',
  stem: id,
  options: ['right', 'b', 'c', 'd'].map((option) => ({
    id: option,
    text: option,
    because: option,
    ...(option === 'right' ? { correct: true } : { misconception: 'M-00' }),
  })),
  rests: [],
  checked: '2026-11-28',
})
