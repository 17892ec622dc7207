// The page of `scheda inspect --html`.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, faults, leaks, open, overflow, policy } from './browser.mjs';

after(close);

/** The values of `words.txt` by field and part, and the stretches of the source that each was read from. */
const READ = {
  title: ['Σχολείο cafe\u0301 👩‍🌾 für alle'],
  lead_organisation: ['Κοινότητα & Söhne'],
  location: ['Αθήνα'],
  description: ['Ἐν ἀρχῇ ἦν', 'ο κήπος 🌱, naïve.'],
  'target_groups 1': ['Έλληνες 🧑‍🤝‍🧑'],
  'target_groups 2': ['e\u0301tudiants', 'et e\u0301le\u0300ves'],
  results: ['38 κήποι'],
  'contacts 1 · name': ['Ζωή Παπαδοπούλου'],
  'contacts 1 · role': ['συντονίστρια'],
  'contacts 1 · e-mail': ['zoe@example.org'],
};

const chosen = page => page.locator('.text > .chosen').allTextContents();
const row = (page, name) => page.evaluate(name => {
  const named = row => {
    const way = row.querySelector('.way');
    return row.closest('.field').querySelector('dt code').textContent + (way ? ` ${way.textContent}` : '');
  };
  return [...document.querySelectorAll('.row[data-v]')].find(row => named(row) === name)?.id;
}, name);
const inSight = (page, selector) => page.locator(selector).first().evaluate(element => {
  const [box, pane] = [element, element.closest('.pane')].map(it => it.getBoundingClientRect());
  return box.top >= pane.top && box.bottom <= pane.bottom;
});

test('a value shows the stretches that it was read from, and no others', async () => {
  const page = await open('words.html');
  for (const [name, stretches] of Object.entries(READ)) {
    await page.locator(`#${await row(page, name)} .place`).click();
    assert.deepEqual(await chosen(page), stretches, name);
    assert.ok(await inSight(page, '.text > .chosen'), name);
  }
  assert.deepEqual(page.noted, []);
});

test('a stretch shows the value that it gave', async () => {
  const page = await open('words.html');
  for (const [name, stretches] of Object.entries(READ)) {
    for (const stretch of stretches) {
      await page.locator('.text > [data-v]').filter({ hasText: stretch }).first().click();
      const id = await row(page, name);
      assert.deepEqual(await page.locator('.row[aria-current]').evaluateAll(rows => rows.map(row => row.id)), [id], name);
      assert.deepEqual(await chosen(page), stretches, name);
      assert.ok(await inSight(page, `#${id}`), name);
    }
  }
});

test('a label shows the value that stands under it', async () => {
  const page = await open('words.html');
  await page.locator('.text > .label').filter({ hasText: 'RESULTS' }).click();
  assert.deepEqual(await chosen(page), READ.results);
});

test('who marks words chooses nothing', async () => {
  const page = await open('words.html');
  await page.locator('div.value').filter({ hasText: 'Αθήνα' }).dblclick({ position: { x: 15, y: 10 } });
  assert.equal(await page.evaluate(() => getSelection().toString()), 'Αθήνα');
  await page.locator('div.value').filter({ hasText: '38' }).evaluate(it => it.click());
  assert.deepEqual(await chosen(page), READ.location);
});

test('everything can be done with the keyboard', async () => {
  const page = await open('words.html');
  const focused = () => page.evaluate(() => document.activeElement.closest('[data-v]')?.dataset.v);
  const side = () => page.evaluate(() => document.activeElement.closest('.pane')?.id);
  const id = await row(page, 'location');
  const reach = async () => {
    for (let pressed = 0; pressed < 80; pressed++) {
      await page.keyboard.press('Tab');
      if (await side() === 'record' && `v${await focused()}` === id) return;
    }
    assert.fail('the value is not reached');
  };
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(new URL(page.url()).hash, '#record');
  await reach();
  await page.keyboard.press('Enter');
  assert.deepEqual(await chosen(page), READ.location);
  assert.match(await page.locator('[role=status]').textContent(), /^location: line \d+$/);
  await page.keyboard.press('Enter');
  assert.equal(await side(), 'source');
  await page.keyboard.press('Enter');
  assert.equal(await side(), 'record');
  assert.equal(`v${await focused()}`, id);
  await page.keyboard.press('Escape');
  assert.deepEqual(await chosen(page), []);
});

test('of several values in a line each can be reached with the keyboard', async () => {
  const page = await open('words.html');
  const tag = page.locator('.tag').filter({ hasText: 'contacts' }).last();
  await tag.focus();
  for (const part of ['name', 'role', 'e-mail']) {
    await page.keyboard.press('Enter');
    assert.deepEqual(await chosen(page), READ[`contacts 1 · ${part}`]);
  }
});

test('the address names the value that is chosen', async () => {
  const page = await open('words.html');
  const id = await row(page, 'results');
  await page.locator(`#${id} .place`).click();
  assert.equal(new URL(page.url()).hash, `#${id}`);
  await page.reload();
  assert.deepEqual(await chosen(page), READ.results);
});

test('sheets, findings and text in no field can be jumped to', async () => {
  const page = await open('sheets.html');
  await page.locator('.menu summary').click();
  await page.locator('.menu a').filter({ hasText: 'Second' }).click();
  assert.equal(await page.locator('.menu[open]').count(), 0);
  assert.ok(await inSight(page, '#S2 h3'));
  assert.ok(await inSight(page, '.opens:has-text("Second")'));
  await page.locator('#S2 .findings a').first().click();
  assert.ok(await inSight(page, '.finding:target'));
  assert.deepEqual(page.noted, []);
});

test('without scripts the links lead from one side to the other', async () => {
  const page = await open('words.html', { scripts: false });
  await page.locator('.place').filter({ hasText: 'line' }).nth(2).click();
  assert.match(new URL(page.url()).hash, /^#L\d+$/);
  await page.locator('a.tag').nth(2).click();
  assert.match(new URL(page.url()).hash, /^#v\d+$/);
});

test('nothing leaves a page, and its policy lets nothing else in', async () => {
  for (const name of ['words.html', 'sheets.html', 'hostile.html', 'empty.html', 'office.html']) {
    const page = await open(name);
    assert.match(await policy(page), /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/);
    assert.deepEqual(page.noted, [], name);
    assert.deepEqual(await leaks(page), [false, false], name);
  }
});

test('hostile text stays text', async () => {
  for (const width of [1280, 480, 320]) {
    const page = await open('hostile.html', { width });
    const text = await page.locator('#source').textContent();
    for (const part of ['<script>alert(1)</script>', '</script>', 'javascript:alert(2)', '\\u{202e}', '\\u{1b}[31m', '{{ 7*7 }}']) {
      assert.ok(text.includes(part), part);
    }
    assert.equal(await page.locator('script').count(), 1);
    assert.equal(await page.locator('img, iframe, object, embed, form, [onerror], [onclick], [style]').count(), 0);
    assert.deepEqual(await page.locator('a').evaluateAll(all => all.filter(a => !a.getAttribute('href').startsWith('#'))), []);
    assert.deepEqual(await overflow(page, '.pane, header, .text, .value'), [], `${width}`);
    assert.deepEqual(page.noted, []);
  }
});

test('axe finds no serious fault', async () => {
  const names = { light: ['words', 'sheets', 'hostile', 'empty', 'office'], dark: ['words', 'sheets', 'hostile'] };
  for (const scheme of ['light', 'dark']) {
    for (const name of names[scheme].map(name => `${name}.html`)) {
      const page = await open(name, { scheme });
      const place = page.locator('.place').first();
      if (await place.count()) await place.click();
      if (await page.locator('.menu').count()) await page.locator('.menu summary').click();
      assert.deepEqual(await faults(page), [], `${name}, ${scheme}`);
    }
  }
});

test('the page is in the language of its reader', async () => {
  const page = await open('office.html');
  assert.equal(await page.locator('html').getAttribute('lang'), 'it');
  assert.ok((await page.locator('.place').first().textContent()).includes('tabella 1'));
});

test('a document of a megabyte opens within seconds', async () => {
  const before = performance.now();
  const page = await open('large.html');
  assert.ok(performance.now() - before < 10_000);
  await page.locator('.sheet').last().locator('.place').first().click();
  assert.deepEqual(await chosen(page), ['Second']);
  assert.ok(await inSight(page, '.text > .chosen'));
});

test('on paper both sides are whole', async () => {
  const page = await open('sheets.html');
  await page.emulateMedia({ media: 'print' });
  const cut = await page.locator('.pane').evaluateAll(all => all.filter(it => it.scrollHeight > it.clientHeight + 1).length);
  assert.equal(cut, 0);
});
