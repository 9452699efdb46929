export function median(values: readonly number[]): number
export function interleaved<Name extends string>(
  tasks: Readonly<Record<Name, (i: number) => unknown>>,
  how: { readonly rounds: number; readonly times: number; readonly warmUps?: number },
): Promise<Record<Name, number[]>>
export function pairedRatio(a: readonly number[], b: readonly number[]): number
