import { Link } from '@tanstack/react-router'
import type { Lacking } from '@wayproof/survey'
import { useLanguage } from '../language.tsx'
import surface from '../surface/surface.module.css'

/** What keeps a wave from opening, and the way to it. */
export function LackingList({ lacking }: { readonly lacking: readonly Lacking[] }) {
  const text = useLanguage().words.reporting.programme.checklist
  if (lacking.length === 0) return null
  return (
    <div className={surface.soft}>
      <p>{text.lackingTitle}</p>
      <ul>
        {lacking.map((point) => (
          <li key={point}>{text.lacking[point]}</li>
        ))}
      </ul>
      <Link to="/settings">{text.fill}</Link>
    </div>
  )
}
