const answers = (n: number) => (n === 1 ? '1 response' : `${n} responses`)

/** The result of recounting the responses. */
export const tallies = {
  wave: (period: string, all: number, cells: number) => `${period}: ${answers(all)} in ${cells} groups`,
  open: (period: string) => `${period}: open; nothing is counted before it closes`,
  deleted: (period: string) => `${period}: its responses were deleted on schedule; the counters cannot be checked`,
  difference: (item: string, value: string, stored: number, counted: number) =>
    `  ${item} = ${value}: counter ${stored}, recount ${counted}`,
  none: 'There is no survey wave in this database yet.',
  agree: 'Every counter matches the recount.',
  differed: (n: number) =>
    `${n === 1 ? '1 counter was' : `${n} counters were`} wrong and corrected. Find out who changed the file.`,
  usage:
    'Usage: wayproof rebuild-tallies [--data FOLDER] [--json]\nFOLDER holds wayproof.db (default: DATA_DIR or ./data).',
}
