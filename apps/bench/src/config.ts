/** Settings that a benchmark passes to its stubs. */
export const benchSettings: Readonly<
  Record<
    | 'STUB_PAGE_BYTES'
    | 'STUB_FILE'
    | 'STUB_DATABASE'
    | 'STUB_SMTP_PORT'
    | 'STUB_LETTERS'
    | 'BENCH_DATA'
    | 'BENCH_DATABASE'
    | 'BENCH_TARGET',
    string
  >
> = {
  STUB_PAGE_BYTES: process.env.STUB_PAGE_BYTES ?? '3000',
  STUB_FILE: process.env.STUB_FILE ?? '',
  STUB_DATABASE: process.env.STUB_DATABASE ?? '',
  STUB_SMTP_PORT: process.env.STUB_SMTP_PORT ?? '0',
  BENCH_DATA: process.env.BENCH_DATA ?? '',
  BENCH_DATABASE: process.env.BENCH_DATABASE ?? '',
  BENCH_TARGET: process.env.BENCH_TARGET ?? '',
  STUB_LETTERS: process.env.STUB_LETTERS ?? '0',
}
