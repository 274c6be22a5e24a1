import { useEffect, useEffectEvent, useState } from 'react'

/** Accepts a file that is dropped anywhere in the window. Returns true while a file is dragged over it. */
export function useFileDrop(onDrop: ((file: File) => void) | null): boolean {
  const [isDragging, setIsDragging] = useState(false)
  const take = useEffectEvent((file: File) => onDrop?.(file))
  const isActive = onDrop !== null
  useEffect(() => {
    if (!isActive) return
    const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true
    function over(event: DragEvent) {
      if (!hasFile(event)) return
      event.preventDefault()
      setIsDragging(true)
    }
    function leave(event: DragEvent) {
      // Leaving the window has no element that is entered.
      if (event.relatedTarget === null) setIsDragging(false)
    }
    function drop(event: DragEvent) {
      if (!hasFile(event)) return
      event.preventDefault()
      setIsDragging(false)
      const [file] = event.dataTransfer?.files ?? []
      if (file) take(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [isActive])
  return isDragging
}
