// A value shows the stretches of the source that it was read from, and a stretch the values that it gave. Without this script the
// links still lead from one side to the other.
'use strict';
(() => {
  const said = document.getElementById('said');
  const stretches = stretchesByValue();
  let chosen = null;

  function stretchesByValue() {
    const all = new Map();
    for (const stretch of document.querySelectorAll('.text > [data-v]')) {
      for (const value of valuesOf(stretch)) {
        if (!all.has(value)) all.set(value, []);
        all.get(value).push(stretch);
      }
    }
    return all;
  }

  function valuesOf(element) {
    return (element.dataset.v ?? element.dataset.to).split(' ');
  }

  function mark(value, isChosen) {
    const row = document.getElementById(`v${value}`);
    for (const element of [row, ...(stretches.get(value) ?? [])]) element.classList.toggle('chosen', isChosen);
    if (isChosen) row.setAttribute('aria-current', 'true');
    else row.removeAttribute('aria-current');
    return row;
  }

  function clear() {
    if (chosen) mark(chosen, false);
    chosen = null;
    said.textContent = '';
  }

  // Marks a value on both sides, and scrolls the side that the reader is not at.
  function choose(value, from) {
    clear();
    const row = mark(value, true);
    chosen = value;
    const first = stretches.get(value)?.[0];
    if (!from?.closest('#source')) first?.scrollIntoView({ block: 'center' });
    if (!from?.closest('#record')) {
      for (let outer = row.closest('details'); outer; outer = outer.parentElement.closest('details')) outer.open = true;
      row.scrollIntoView({ block: 'center' });
    }
    said.textContent = row.querySelector('.place').textContent;
    history.replaceState(null, '', `#v${value}`);
  }

  // Of several values the one behind the chosen one; nothing behind the last.
  function next(values) {
    return values[values.indexOf(chosen) + 1];
  }

  function otherSide(from) {
    if (from.closest('#source')) return document.getElementById(`v${chosen}`).querySelector('.place');
    const first = stretches.get(chosen)?.[0];
    for (let line = first?.closest('.line'); line; line = line.previousElementSibling) {
      const tag = [...line.querySelectorAll('.tag[data-v]')].find(it => valuesOf(it).includes(chosen));
      if (tag) return tag;
    }
    return null;
  }

  function activate(chooser, byKeyboard) {
    const values = valuesOf(chooser);
    const value = next(values);
    if (value) choose(value, chooser);
    else if (byKeyboard) otherSide(chooser)?.focus();
    else choose(values[0], chooser);
  }

  document.addEventListener('click', event => {
    const menu = document.querySelector('.menu[open]');
    if (menu && !event.target.closest('summary')) menu.open = false;
    const link = event.target.closest('a');
    const chooser = event.target.closest('[data-v], [data-to]');
    if (chooser && !(link && link.matches('.mark'))) {
      // Who marks words to copy them chooses nothing.
      if (!link && !getSelection().isCollapsed) return;
      event.preventDefault();
      activate(chooser, event.detail === 0);
    } else if (link?.hash.startsWith('#S')) {
      document.getElementById(document.querySelector(link.hash).dataset.line).scrollIntoView();
    }
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = document.querySelector('.menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    } else clear();
  });

  const linked = /^#v(\d+)$/.exec(location.hash);
  if (linked && stretches.has(linked[1])) choose(linked[1], null);
})();
