import { useMutation } from '@tanstack/react-query'
import { type Logo, logoPath, logoSize, MOST_LOGO_BYTES } from '@wayproof/kernel/brand/brand'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { FileField } from '../import/file-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from './brand-panel.module.css'

const SHOWN_HEIGHT = 64

/** A chosen file is the logo at once: letters and pages show it, and it can be removed. */
export function LogoForm({ logo }: { readonly logo: Logo | null }) {
  const { words } = useLanguage()
  const text = words.reporting.people.brand
  const [isTooLarge, setIsTooLarge] = useState(false)
  const save = useMutation(
    trpc.brand.setLogo.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  async function choose(file: File | null) {
    if (!file) return
    save.reset()
    setIsTooLarge(file.size > MOST_LOGO_BYTES)
    if (file.size <= MOST_LOGO_BYTES) save.mutate({ picture: await asBase64(file) })
  }
  return (
    <div className={ui.stack}>
      {logo ? (
        <div className={styles.logo}>
          <img src={logoPath(logo)} alt={text.logo} {...logoSize(logo, SHOWN_HEIGHT)} />
          <LinkButton disabled={save.isPending} onClick={() => save.mutate({ picture: null })}>
            {text.remove}
          </LinkButton>
        </div>
      ) : null}
      <FileField
        label={text.logo}
        file={null}
        accept="image/png,image/jpeg"
        fault={isTooLarge ? (words.reporting.faults.codes['logo-too-large'] ?? null) : null}
        onChoose={(file) => void choose(file)}
      />
      <p className={ui.soft}>{text.logoHint}</p>
      {save.error ? <ErrorNote error={save.error} /> : null}
    </div>
  )
}

async function asBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
