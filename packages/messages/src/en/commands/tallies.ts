const answers = (n: number) => (n === 1 ? '1 answer' : `${n} answers`)

/** Results of recounting the answers. */
export const tallies = {
  wave: (period: string, all: number, cells: number) => `${period}: ${answers(all)} in ${cells} groups`,
  open: (period: string) => `${period}: open; nothing is counted before it closes`,
  deleted: (period: string) => `${period}: its answers were deleted on schedule; the counters stand alone`,
  difference: (item: string, value: string, stored: number, counted: number) =>
    `  ${item} = ${value}: the counter said ${stored}, the answers say ${counted}`,
  none: 'There is no survey wave in this database yet.',
  agree: 'Every counter says what the answers say.',
  differed: (n: number) =>
    `${n === 1 ? '1 counter was' : `${n} counters were`} wrong; put right now. Find out who changed the file.`,
  usage:
    'Usage: pnpm rebuild-tallies [--data FOLDER] [--json]\nFOLDER holds wayproof.db (default: DATA_DIR or ./data).',
}
