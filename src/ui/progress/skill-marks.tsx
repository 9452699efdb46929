import type { Skill } from '../../course/mastery/mastery.ts'
import { competencies } from '../../course/words/competencies.ts'
import { words } from './words.ts'

const says = words.skill

export const shownClass = ({ shown, rests }: Skill['lab']): string =>
  rests ? 'rests' : { alone: 'alone', guided: 'guided', none: 'none' }[shown]

/** A socket for each skill: closed, half closed or dashed; the required ones are underlined. */
export function SkillMarks({ skills, title }: { skills: readonly Skill[]; title: string }) {
  return (
    <ul className="skill-marks" aria-label={says.list(title)}>
      {skills.map(({ competency, critical, lab }) => {
        const state = lab.rests ? says.rests : says[lab.shown]
        const text = `${competency}: ${competencies[competency].can}, ${state}${critical ? `, ${says.required}` : ''}`
        return (
          <li key={competency} title={text} className={`${shownClass(lab)}${critical ? ' required' : ''}`}>
            <span className="vh">{text}</span>
          </li>
        )
      })}
    </ul>
  )
}

export function SkillLegend() {
  return (
    <p className="skill-legend">
      <span>
        <i className="alone" /> {says.alone}
      </span>
      <span>
        <i className="guided" /> {says.guided}
      </span>
      <span>
        <i className="rests" /> {says.rests}
      </span>
      <span>
        <i className="none" /> {says.none}
      </span>
      <span>
        <i className="none required" /> {says.legendRequired}
      </span>
    </p>
  )
}
