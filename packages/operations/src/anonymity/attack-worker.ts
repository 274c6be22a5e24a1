import { answerCalls } from '@wayproof/database/threads/answer-calls'
import { type AnonymityAttack, attackAnonymity } from './attack-anonymity.ts'

// A thread that searches every byte of the file while the server continues.

answerCalls<AnonymityAttack>({ answer: attackAnonymity })
