import { encode } from 'uqr'
import { useLanguage } from '../language.tsx'
import styles from './second-factor.module.css'

const SIZE = 200

export function QrCode({ text }: { readonly text: string }) {
  const label = useLanguage().words.reporting.account.factor.qr
  const { data, size } = encode(text, { border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className={styles.qr} role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width={SIZE} height={SIZE}>
      <path d={dark.join('')} />
    </svg>
  )
}
