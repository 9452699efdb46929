import { Link } from 'wouter'
import type { LabDefinition } from '../../course/lab-definition.ts'
import type { Counted } from '../../course/mastery/counted-answers.ts'
import { figure } from '../../course/mastery/figure.ts'
import type { Skill } from '../../course/mastery/mastery.ts'
import { competencies } from '../../course/words/competencies.ts'
import { Icon } from '../glyphs/icon.tsx'
import { dayAndYear } from '../when.ts'
import { labAddress } from './lab-address.ts'
import { words } from './words.ts'

const says = words.panel

/** The answers behind the number of the quiz, the newest first. */
export function AnswerList({ answers }: { answers: readonly Counted[] }) {
  return (
    <ul className="evidence">
      {[...answers].reverse().map(({ answer, item, weight }, i) => (
        <li key={i}>
          <span className={answer.right ? 'ok' : 'bad'}>
            <Icon name={answer.right ? 'tick' : 'cross'} size={12} />
            <span className="vh">{answer.right ? says.right : says.wrong}</span>
          </span>
          <Link href={`/practice/${item.id}?variant=${answer.variant}`}>{item.id}</Link>
          <span>{item.competency}</span>
          <span className="num">
            {answer.mode === 'exam' ? `${says.inExam}, ` : ''}
            {says.counted(figure(weight))}, {dayAndYear(answer.at)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What each skill has in both channels, and which pass showed it. */
export function SkillList({ skills, labs }: { skills: readonly Skill[]; labs: readonly LabDefinition[] }) {
  return (
    <ul className="evidence skills-list">
      {skills.map(({ competency, quiz, lab }) => {
        const passed = labs.find(({ id }) => id === lab.pass?.labId)
        return (
          <li key={competency}>
            <b>{competency}</b>
            <span>{competencies[competency].can}</span>
            <span className="num">
              {quiz.asked > 0 ? says.quizSkill(figure(quiz.value)) : says.notAsked}
              {' · '}
              {lab.pass && passed ? (
                <>
                  {says.labSkill(figure(lab.value))}, <Link href={labAddress(passed.id)}>{passed.code}</Link>,{' '}
                  {lab.pass.event > 0 && `${says.event(lab.pass.event)}, `}
                  {dayAndYear(lab.pass.at)}
                  {lab.rests && `, ${says.rests}`}
                </>
              ) : (
                says.noLab
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
