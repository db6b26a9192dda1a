// Renders openapi.json; makes elements, never markup, so that no text of the document can act.
const element = (name, text = '', className = '') => {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
};

const table = (heads, rows) => {
  const made = element('table');
  const head = made.appendChild(element('tr'));
  heads.forEach((text) => head.append(element('th', text)));
  rows.forEach((cells) => {
    const row = made.appendChild(element('tr'));
    cells.forEach((text) => row.append(element('td', text)));
  });
  return made;
};

const resolve = (doc, schema, depth = 0) => {
  if (!schema || depth > 4) return {};
  if (schema.$ref) return resolve(doc, doc.components.schemas[schema.$ref.split('/').pop()], depth);
  if (schema.type === 'array') return [resolve(doc, schema.items, depth + 1)];
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.properties) {
    return Object.fromEntries(
        Object.entries(schema.properties).map(([k, v]) => [k, resolve(doc, v, depth + 1)]));
  }
  if (schema.additionalProperties) return {name: resolve(doc, schema.additionalProperties, depth + 1)};
  return schema.format || schema.type || {};
};

const shape = (doc, title, content) => {
  const schema = content?.['application/json']?.schema;
  if (!schema) return [];
  return [element('h3', title), element('pre', JSON.stringify(resolve(doc, schema), null, 2))];
};

const operation = (doc, path, method, op) => {
  const box = element('details');
  const line = box.appendChild(element('summary'));
  line.append(element('span', method.toUpperCase(), 'method'), element('span', path, 'path'),
      element('span', op.summary));
  const roles = op['x-anybody'] ? 'anybody' : (op['x-roles'] || []).join(', ') || 'signed in';
  box.append(element('p', `For: ${roles}`));
  if (op.parameters) {
    box.append(table(['parameter', 'in', 'says'],
        op.parameters.map((p) => [p.name, p.in, p.description || ''])));
  }
  box.append(...shape(doc, 'Body', op.requestBody?.content));
  Object.entries(op.responses).filter(([status]) => status < '300')
      .forEach(([status, r]) => box.append(...shape(doc, `Answer ${status}`, r.content)));
  return box;
};

const show = (doc, wanted) => {
  const main = document.getElementById('operations');
  const groups = new Map();
  Object.entries(doc.paths).forEach(([path, methods]) =>
    Object.entries(methods).forEach(([method, op]) => {
      const text = `${path} ${method} ${op.summary}`.toLowerCase();
      if (!text.includes(wanted.toLowerCase())) return;
      const tag = op.tags?.[0] || 'Other';
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push(operation(doc, path, method, op));
    }));
  main.replaceChildren(...[...groups].sort().flatMap(([tag, boxes]) => [element('h2', tag), ...boxes]));
  if (!wanted) main.prepend(element('pre', doc.info.description));
};

const answer = await fetch('/api/v1/openapi.json');
const doc = await answer.json();
const find = document.getElementById('find');
find.addEventListener('input', () => show(doc, find.value));
show(doc, '');
