import { create } from 'zustand'
import type { AnswerMode, Certainty } from '../../course/answered.ts'
import type { Response } from '../../course/item-definition.ts'

/** What is marked so far; once it was checked and kept, the same stands in the tables. */
export interface Draft {
  readonly response?: Response | undefined
  readonly certainty?: Certainty | undefined
}

/** One question in one of its variants; practice and review ask it apart. */
export const draftKey = (mode: AnswerMode, itemId: string, variant: number) => `${mode}/${itemId}/${variant}`

/** For the visit: a way to the lab and back changes nothing. */
export const useDrafts = create<Readonly<Record<string, Draft>>>(() => ({}))

export const keepDraft = (key: string, change: Draft) =>
  useDrafts.setState((drafts) => ({ [key]: { ...drafts[key], ...change } }))
