/** Text for where code has no look of its own, as in a terminal: without its backticks; one without a partner stays. */
export const plain = (text: string): string => text.replace(/`([^`]*)`/g, '$1')
