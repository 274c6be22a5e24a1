import { type CommentStore, codesAfter, hasSeenCodes } from '../../comments/comment-store.ts'
import type { SurveyMemory } from './survey-memory.ts'

export function memoryCommentStore(memory: SurveyMemory): CommentStore {
  const ofWave = (waveId: string) => memory.comments.filter((comment) => comment.waveId === waveId)
  const countBy = (names: readonly string[]) =>
    Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, { length }]) => [name, length]))
  return {
    commentCodes: async () =>
      [...memory.codes.values()].toSorted((a, b) => (`${a.name.en} ${a.id}` < `${b.name.en} ${b.id}` ? -1 : 1)),
    saveCommentCode: async ({ id, name }) => {
      const isTaken = [...memory.codes.values()].some(
        (code) =>
          code.id !== id &&
          !code.retired &&
          (code.name['zh-CN'] === name['zh-CN'] || code.name.en.toLowerCase() === name.en.toLowerCase()),
      )
      if (!isTaken) memory.codes.set(id, { id, name, retired: memory.codes.get(id)?.retired ?? false })
      return !isTaken
    },
    removeCommentCode: async (id) => {
      const code = memory.codes.get(id)
      if (!code || code.retired) return null
      if (memory.comments.some(({ codes }) => codes.includes(id))) {
        memory.codes.set(id, { ...code, retired: true })
        return 'retired'
      }
      memory.codes.delete(id)
      return 'removed'
    },
    commentCounts: async (waveId) => {
      const comments = ofWave(waveId)
      return {
        all: comments.length,
        read: comments.filter(({ read }) => read).length,
        byLanguage: countBy(comments.map(({ language }) => language)),
        byCode: countBy(comments.flatMap(({ codes }) => codes)),
      }
    },
    commentedShares: async (waveId) => memory.commentedShares.get(waveId) ?? [],
    comments: async (waveId, { unread, search = '', code, language, offset, limit }) => {
      const found = ofWave(waveId).filter(
        (comment) =>
          !(unread && comment.read) &&
          comment.text.toLowerCase().includes(search.toLowerCase()) &&
          (language === undefined || comment.language === language) &&
          (code === undefined || (code === null ? comment.codes.length === 0 : comment.codes.includes(code))),
      )
      const comments = found.slice(offset, offset + limit).map(({ waveId: _, ...comment }) => comment)
      return { matching: found.length, comments }
    },
    codeComment: async (id, change) => {
      const found = memory.comments.find((comment) => comment.id === id)
      if (!found) return 'unknown'
      if (!hasSeenCodes(change, found.codes)) return 'changed'
      const coded = { ...found, read: true, codes: codesAfter(change, found.codes) }
      memory.comments = memory.comments.map((comment) => (comment === found ? coded : comment))
      return 'coded'
    },
  }
}
