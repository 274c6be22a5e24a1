/** Watches in which forms of the page something is typed and not yet submitted. */
export function typedForms() {
  const typed = new Set<HTMLFormElement>()
  const formOf = ({ target }: Event) => (target instanceof Element ? target.closest('form') : null)
  const onInput = (event: Event) => {
    const form = formOf(event)
    if (form) typed.add(form)
  }
  const onSubmit = (event: Event) => {
    const form = formOf(event)
    if (form) typed.delete(form)
  }
  document.addEventListener('input', onInput, true)
  document.addEventListener('submit', onSubmit, true)
  return {
    isTyping: () => {
      for (const form of typed) if (!form.isConnected) typed.delete(form)
      return typed.size > 0
    },
    stop: () => {
      document.removeEventListener('input', onInput, true)
      document.removeEventListener('submit', onSubmit, true)
    },
  }
}
