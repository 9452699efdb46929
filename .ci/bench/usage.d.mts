export function tellUsage(hello: object): void
