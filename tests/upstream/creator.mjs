// The guide that answers when no scenario is asked for: it takes the creator at their word, records
// what they decide or finish through the tools of the request, and asks for what is still open.
import { answersTools, lastUserText, toolUses } from './requests.mjs';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august',
  'september', 'october', 'november', 'december'];
const NUMBERS = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, ten: 10, twelve: 12 };
const QUESTIONS = {
  platform: 'Where should your community live: Discord or Circle?',
  pricing: 'What should a month cost? For your audience I would start at $29.',
  structure: 'How many tiers and channels do you want? One tier with eight channels is enough.',
  content: 'What will members get, and how often? A weekly live call carries most communities.',
  timeline: 'When do you want to open the doors?',
};

const number = (word) => NUMBERS[word] ?? Number(word);
const asDate = (year, month, day) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function dateIn(text) {
  const iso = text.match(/\b\d{4}-\d{2}-\d{2}\b/);
  if (iso) return iso[0];
  const named = text.match(new RegExp(
    `\\b(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTHS.join('|')})|(${MONTHS.join('|')}) (\\d{1,2}))(?:,? (\\d{4}))?`));
  if (!named) return null;
  const day = Number(named[1] ?? named[4]);
  const month = MONTHS.indexOf(named[2] ?? named[3]) + 1;
  const today = new Date();
  const passed = month < today.getMonth() + 1
    || (month === today.getMonth() + 1 && day <= today.getDate());
  return asDate(Number(named[5]) || today.getFullYear() + (passed ? 1 : 0), month, day);
}

/** Decisions in the creator's words, as the tool wants them. A question decides nothing. */
function decisionsIn(original) {
  const text = original.toLowerCase();
  if (text.includes('?')) return [];
  const found = [];
  const add = (category, value, slots) => found.push({
    category, value, slots, rationale: 'You said so.', confidence: 0.92,
  });
  const platform = text.match(/\b(discord|circle|skool|patreon|whop|mighty)\b/);
  if (platform) add('platform', platform[1][0].toUpperCase() + platform[1].slice(1), { name: platform[1] });
  const price = text.match(/\$\s?(\d+(?:\.\d+)?)\s*(?:a|an|per|\/|each)\s*(month|year)/);
  if (price) {
    add('pricing', `$${price[1]} a ${price[2]}`,
      { amount: Number(price[1]), currency: 'USD', interval: price[2] });
  }
  const count = '(\\d+|one|two|three|four|five|six|eight|ten|twelve)';
  const tiers = text.match(new RegExp(`\\b${count} tiers?\\b`));
  const channels = text.match(new RegExp(`\\b${count} channels?\\b`));
  if (tiers || channels) {
    const slots = {};
    if (tiers) slots.tiers = number(tiers[1]);
    if (channels) slots.channels = number(channels[1]);
    add('structure', original.trim().slice(0, 80), slots);
  }
  const cadence = text.match(/\b(weekly|daily|monthly|biweekly)\b(?: ([a-z]+(?: call| session)?))?/);
  if (cadence) {
    const slots = { cadence: cadence[1] };
    if (cadence[2]) slots.format = cadence[2];
    add('content', cadence[0], slots);
  }
  const date = dateIn(text);
  const weeks = text.match(/\bin (\d+|two|three|four|six|eight|ten|twelve) weeks\b/);
  if (date) add('timeline', date, { date });
  else if (weeks) add('timeline', `In ${weeks[1]} weeks`, { weeks: number(weeks[1]) });
  return found;
}

const FINISHED = [
  [/\b(?:wrote|written|finished|done with) (?:the |my |our )?(?:community )?guidelines\b/, 'write-guidelines'],
  [/\b(?:created|set up|opened) (?:the |my |our )?(?:discord |circle )?(?:server|space|community)\b/, 'create-space'],
  [/\b(?:connected|set up) (?:the |my )?(?:stripe|payments?)\b/, 'connect-payments'],
  [/\b(?:wrote|finished|defined|nailed) (?:the |my |our )?(?:member )?promise\b/, 'define-promise'],
];

function finishedTasksIn(original) {
  const text = original.toLowerCase();
  if (text.includes('?') || /\b(will|should|going to|not yet|haven't)\b/.test(text)) return [];
  const named = text.match(/\b(?:finished|done|completed) (?:with )?([a-z]+(?:-[a-z]+)+)\b/);
  const ids = FINISHED.filter(([words]) => words.test(text)).map(([, id]) => id);
  return [...new Set(named ? [...ids, named[1]] : ids)];
}

/** Keeps to what the tool's schema knows. */
function call(request, name, input, index) {
  const tool = request.tools?.find((candidate) => candidate.name === name);
  if (!tool) return null;
  const known = tool.input_schema.properties;
  const kept = known ? Object.fromEntries(Object.entries(input).filter(([key]) => key in known)) : input;
  const id = `toolu_${request.messages.length}_${index}`;
  return { type: 'tool_use', id, name, input: kept };
}

const openCategories = (request) => {
  const decided = toolUses(request).filter((use) => use.name === 'record_decision')
    .map((use) => use.input.category);
  return Object.keys(QUESTIONS).filter((category) => !decided.includes(category));
};

const nextQuestion = (request) => {
  const [open] = openCategories(request);
  return open ? QUESTIONS[open] : 'All five decisions are made. Shall I draft the member promise?';
};

function draft(request) {
  return call(request, 'save_document', {
    kind: 'member_promise', title: 'Member promise', task_id: 'define-promise',
    markdown: '# Member promise\n\nEvery week you leave with one thing finished.\n',
  }, 'document');
}

/** {blocks, stop_reason} for Reply. */
export function creatorReply(request) {
  if (answersTools(request)) {
    return { blocks: [{ type: 'text', text: `That is recorded. ${nextQuestion(request)}` }] };
  }
  const text = lastUserText(request);
  const wanted = [
    ...decisionsIn(text).map((decision) => ['record_decision', decision]),
    ...finishedTasksIn(text).map((task_id) => (
      ['complete_task', { task_id, note: 'You said it is done.', confidence: 0.9 }])),
  ];
  const calls = wanted.map(([name, input], index) => call(request, name, input, index));
  if (/\bdraft\b/i.test(text)) calls.push(draft(request));
  const tools = calls.filter(Boolean);
  if (tools.length > 0) {
    const suggestions = ['What comes next?', 'Why?', 'Draft it with me'];
    const next = call(request, 'suggest_next_steps', { suggestions }, 'next');
    return {
      blocks: [{ type: 'text', text: 'Good, I note that down.' }, ...tools, ...(next ? [next] : [])],
      stop_reason: 'tool_use',
    };
  }
  return {
    blocks: [{
      type: 'text',
      text: `Let us get your community ready — one decision at a time. ${nextQuestion(request)}`,
    }],
  };
}
