/** V-SYSに関するお問合せ先: chatbot, inquiries and the desk's tickets (MC-1, MC-2, MC-7, MC-8). */
export { indexAnswersFirst } from './answers.service.ts';
export { recordOnTicket } from './handle-ticket.service.ts';
export { guessPersonName } from './person-name.ts';
export { supportRoom } from './routes.ts';
export { SupportButtons } from './support-buttons.page.tsx';
export { loadTicket } from './tickets.store.ts';
export type { Ticket } from './tickets.ts';
export { ticketsWaiting } from './tickets-waiting.service.ts';
