import { bookingFiles } from './bookings.ts'
import { educationFiles } from './education.ts'
import { incidentFiles } from './incidents.ts'
import { type Outlook, outlook } from './outlook.ts'
import { partnerFiles } from './partners.ts'
import { placeFiles } from './places.ts'
import { policyFiles } from './policies.ts'
import { random } from './random.ts'
import { staffFiles } from './staff.ts'
import { travelerFiles } from './travelers.ts'

export interface SampleCompany {
  readonly seed: string
  readonly year: number
  readonly outlook: Outlook
  /** A CSV text for each register, ordered so that references lead to earlier registers. */
  readonly files: Readonly<Record<string, string>>
}

/** An invented travel company, the same one for the same seed and year. */
export function sampleCompany(seed: string, year: number): SampleCompany {
  const draw = random(`${seed}/${year}`)
  const expected = outlook(draw.part('outlook'))
  return {
    seed,
    year,
    outlook: expected,
    files: {
      ...staffFiles(draw.part('staff'), year, expected),
      ...partnerFiles(draw.part('partners'), year, expected),
      ...incidentFiles(draw.part('incidents'), year, expected),
      ...policyFiles(draw.part('policies'), year, expected),
      ...educationFiles(draw.part('education'), year),
      ...bookingFiles(draw.part('bookings'), year),
      ...placeFiles(`${year}-10-20`, '3'),
      ...travelerFiles(draw.part('travelers'), year),
    },
  }
}
