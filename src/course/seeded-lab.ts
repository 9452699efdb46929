import type { LabDefinition } from './lab-definition.ts'

type Drawn = 'story' | 'steps' | 'start' | 'wrongMoves'

/**
 * A lab whose cases its seed draws. What stands in the definition itself is one such draw, made when somebody first looks
 * at it: all labs are loaded to open any, and most are not opened.
 *
 * @param draws which parts of the lab `draw` makes
 */
export function seededLab<Part extends Drawn>(
  named: Omit<LabDefinition, Part | 'forSeed'>,
  draws: readonly Part[],
  draw: (seed: number) => Required<Pick<LabDefinition, Part>>,
  shown: number,
): LabDefinition {
  let drawn: Required<Pick<LabDefinition, Part>> | undefined
  const lab: Omit<LabDefinition, Part | 'forSeed'> & Pick<LabDefinition, 'forSeed'> = {
    ...named,
    forSeed: draw,
  }
  for (const part of draws) {
    Object.defineProperty(lab, part, {
      enumerable: true,
      get: () => (drawn ??= draw(shown))[part],
    })
  }
  return lab as LabDefinition
}
