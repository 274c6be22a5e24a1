import { answerCalls } from '../threads/answer-calls.ts'
import { type AnonymityAttack, attackAnonymity } from './attack-anonymity.ts'

// A thread of its own: it searches every byte of the file, and the server goes on meanwhile.

answerCalls<AnonymityAttack>({ answer: attackAnonymity })
