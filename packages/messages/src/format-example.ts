const parts: Readonly<Record<string, string>> = {
  YYYY: '2026',
  MM: '12',
  M: '12',
  DD: '31',
  D: '31',
  hh: '09',
  mm: '30',
  ss: '00',
  '+hh:mm': '+08:00',
}

/** A format as an example: `M/D/YYYY` becomes `12/31/2026`. */
export const formatExample = (format: string): string =>
  format.replace(/\+hh:mm|YYYY|MM|DD|M|D|hh|mm|ss/g, (part) => parts[part] ?? part)
