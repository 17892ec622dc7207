// Searches and filters the list. Every word is known with the practices that have it, so that a key press costs one walk over the words.
'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const data = JSON.parse(byId('data').textContent);
  const [query, found, clear, nothing, more] = ['q', 'found', 'clear', 'nothing', 'more'].map(byId);
  const items = [...byId('list').children];
  const facets = [...document.querySelectorAll('fieldset')].map((element, at) => ({
    key: element.dataset.facet,
    choices: [...element.querySelectorAll('input')].map((box, option) => ({
      box,
      number: box.parentElement.querySelector('.number'),
      practices: data.facets[at][option],
    })),
  }));
  const LONGEST = 64;
  // So many practices are shown at first: whoever searches narrows the list, and who leafs through it asks for more.
  const FEW = 100;
  const known = new Map();
  let [shown, limit] = [all(), FEW];

  // As `fold` does in Rust for the words.
  function fold(text) {
    const lower = text.normalize('NFKD').toLowerCase().normalize('NFKD');
    return lower.replace(/[\p{M}\u00ad\u200b-\u200d]/gu, '').replace(/ς/gu, 'σ');
  }

  function termsOf(text) {
    return fold(text).split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean).map(term => [...term].slice(0, LONGEST).join(''));
  }

  function all() {
    return new Uint8Array(items.length).fill(1);
  }

  // The practices that have a word with these letters in it; one or two letters must begin it.
  function holders(term) {
    if (known.has(term)) return known.get(term);
    const mask = new Uint8Array(items.length);
    const isIn = term.length < 3 ? word => word.startsWith(term) : word => word.includes(term);
    data.words.forEach((word, at) => {
      if (!isIn(word)) return;
      let practice = 0;
      for (const step of data.holders[at]) mask[practice += step] = 1;
    });
    if (known.size > 200) known.clear();
    known.set(term, mask);
    return mask;
  }

  // The practices of any choice of a facet; nothing where nothing is chosen.
  function chosen({ choices }) {
    const checked = choices.filter(({ box }) => box.checked);
    if (!checked.length) return null;
    const mask = new Uint8Array(items.length);
    for (const { practices } of checked) for (const at of practices) mask[at] = 1;
    return mask;
  }

  function both(one, other) {
    return other ? one.map((is, at) => is & other[at]) : one;
  }

  // How many a choice would add to what all other facets leave.
  function count(facet, left) {
    for (const { box, number, practices } of facet.choices) {
      const sum = practices.reduce((sum, at) => sum + left[at], 0);
      number.textContent = sum;
      box.closest('li').classList.toggle('none', sum === 0);
    }
  }

  function update() {
    const words = termsOf(query.value).map(holders).reduce(both, all());
    const masks = facets.map(chosen);
    shown = masks.reduce(both, words);
    limit = FEW;
    facets.forEach((facet, at) => count(facet, masks.filter((_, other) => other !== at).reduce(both, words)));
    clear.hidden = !query.value && masks.every(mask => !mask);
    const sum = show();
    found.textContent = found.dataset.said.replace('{number}', sum);
    nothing.hidden = sum > 0;
  }

  // Shows the first of the practices that are found, and says how many there are.
  function show() {
    let sum = 0;
    items.forEach((item, at) => {
      sum += shown[at];
      const isShown = shown[at] && sum <= limit;
      if (item.hidden === Boolean(isShown)) item.hidden = !isShown;
    });
    more.hidden = sum <= limit;
    return sum;
  }

  // The address keeps what is looked for, so that it can be sent to somebody, and is there on the way back.
  let waiting;
  function remember() {
    clearTimeout(waiting);
    waiting = setTimeout(() => history.replaceState(null, '', `#${address()}`), 250);
  }

  function address() {
    const told = new URLSearchParams();
    if (query.value) told.set('q', query.value);
    for (const { key, choices } of facets) for (const { box } of choices) if (box.checked) told.append(key, box.value);
    return told.toString() || 'list';
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (!hash.includes('=')) return;
    const told = new URLSearchParams(hash);
    query.value = told.get('q') ?? '';
    for (const { key, choices } of facets) for (const { box } of choices) box.checked = told.getAll(key).includes(box.value);
  }

  function changed() {
    update();
    remember();
  }

  query.addEventListener('input', changed);
  for (const { choices } of facets) for (const { box } of choices) box.addEventListener('change', changed);
  clear.addEventListener('click', () => {
    query.value = '';
    for (const { choices } of facets) for (const { box } of choices) box.checked = false;
    changed();
    query.focus();
  });
  more.addEventListener('click', () => {
    const next = items.filter((_, at) => shown[at])[limit];
    limit += FEW;
    show();
    next.querySelector('a').focus();
  });
  // On paper the list is whole.
  addEventListener('beforeprint', () => {
    limit = items.length;
    show();
  });
  addEventListener('hashchange', () => { recall(); update(); });
  byId('find').hidden = false;
  byId('find').parentElement.classList.add('live');
  const filters = byId('filters');
  if (filters && matchMedia('(max-width: 62rem)').matches) filters.open = false;
  recall();
  update();
})();
