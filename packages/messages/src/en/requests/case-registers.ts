/** Registers that fill with what people write, on the page of the registers. */
export const caseRegisters = {
  title: 'Kept as cases',
  source: 'Where it comes from',
  readers: 'Opened by',
  names: {
    'rights-cases': 'Requests and complaints',
    'whistle-reports': 'Whistle-blower reports',
  },
  sources: {
    'rights-cases': 'the public page, and recorded by hand',
    'whistle-reports': 'the public page for reports',
  },
  unkept: 'no case handler is appointed',
}
