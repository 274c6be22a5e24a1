import { engines } from '@wayproof/database/testing/engines'
import { pngPicture } from '@wayproof/database/testing/png-picture'
import { letterSender } from '@wayproof/letters/brand/letter-sender'
import { expect, test } from 'vitest'
import { organisationStore } from '../organisation/organisation-store.ts'
import { brandStore } from './brand-store.ts'
import { readLogo } from './read-logo.ts'

const logoOf = (width: number) => {
  const read = readLogo(pngPicture(width, 40))
  if (!read.ok) throw new Error(read.fault.code)
  return read.value
}

test.each(engines)(
  'on $engine, color and logo are set one by one, and an old address leads nowhere',
  async ({ open }) => {
    const database = await open()
    const brand = brandStore(database)
    expect(await brand.get()).toEqual({ color: null, logo: null })
    const [first, second] = [logoOf(80), logoOf(90)]
    await brand.setColor('#123456')
    await brand.setLogo(first)
    expect(await brand.get()).toEqual({ color: '#123456', logo: { id: first.id, width: 80, height: 40 } })
    const stored = await brand.logo(first.id)
    expect([stored?.type, Buffer.from(stored?.bytes ?? []).equals(Buffer.from(first.bytes))]).toEqual([
      'image/png',
      true,
    ])

    const organisation = organisationStore(database)
    expect(await letterSender({ organisation, brand }, null)).toBeNull()
    const names = { nameZh: '', nameEn: 'Faraway', contactEmail: 'a@x.example', programmeStart: '2026-01-01' }
    await organisation.save({ ...names, baselineYear: null, sample: false })
    const sender = await letterSender({ organisation, brand }, null)
    expect([sender?.sender, sender?.organisation.brand?.color, sender?.logo?.id]).toEqual([
      'a@x.example',
      '#123456',
      first.id,
    ])
    const between = { ...brand, logo: async () => null }
    expect((await letterSender({ organisation, brand: between }, null))?.organisation.brand).toEqual({
      color: '#123456',
      logo: null,
    })

    await brand.setLogo(second)
    expect([await brand.logo(first.id), (await brand.get()).logo?.id]).toEqual([null, second.id])
    await brand.setLogo(null)
    await brand.setColor(null)
    expect([await brand.get(), await brand.logo(second.id)]).toEqual([{ color: null, logo: null }, null])
  },
)
