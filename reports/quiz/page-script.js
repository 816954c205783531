{
  const quiz = document.body.dataset.quiz;
  const fields = [...document.querySelectorAll("fieldset")];
  const status = document.getElementById("status");
  const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
  let isSaved = true;
  let kept = { quiz, answers: {} };

  const all = (field, selector) => [...field.querySelectorAll(selector)];

  const readNumber = (text) => (number.test(text) && Number.isFinite(Number(text)) ? Number(text) : text);

  const readers = {
    single: (field) => all(field, "input:checked").map(({ value }) => value)[0],
    multiple: (field) => all(field, "input:checked").map(({ value }) => value),
    numeric: (field) => readNumber(field.querySelector("input").value.trim()),
    ordering: (field) =>
      all(field, "select")
        .filter(({ value }) => value !== "")
        .sort((a, b) => a.value - b.value)
        .map(({ dataset }) => dataset.choice),
    text: (field) => field.querySelector("input").value.trim(),
  };

  const readAnswer = (field) => {
    const answer = readers[field.dataset.kind](field);
    return answer === undefined || answer.length === 0 ? undefined : answer;
  };

  const isWhole = (field) => {
    const answer = readAnswer(field);
    if (answer === undefined) return false;
    if (field.dataset.kind === "numeric") return typeof answer === "number";
    return field.dataset.kind !== "ordering" || answer.length === all(field, "select").length;
  };

  const count = () => {
    for (const field of fields) {
      const input = field.querySelector("input[inputmode]");
      if (input === null) continue;
      const isWrong = typeof readAnswer(field) === "string";
      input.setAttribute("aria-invalid", String(isWrong));
      document.getElementById(input.getAttribute("aria-describedby")).hidden = !isWrong;
    }
    return `${fields.filter(isWhole).length} {{t page.of}} ${fields.length} {{t quiz-script.answered}}`;
  };

  const collect = () => {
    const answers = { ...kept.answers };
    for (const field of fields) {
      const answer = readAnswer(field);
      if (answer === undefined) delete answers[field.dataset.question];
      else answers[field.dataset.question] = answer;
    }
    return { ...kept, quiz, answers };
  };

  const fill = (field, answer) => {
    const list = [answer].flat().map(String);
    for (const input of all(field, "input")) {
      if (input.type === "text") input.value = answer === undefined ? "" : String(answer);
      else input.checked = list.includes(input.value);
    }
    for (const select of all(field, "select")) {
      const at = list.indexOf(select.dataset.choice);
      select.value = at === -1 ? "" : String(at + 1);
    }
  };

  const save = () => {
    const text = `${JSON.stringify(collect(), null, 2)}\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "answers.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isSaved = true;
    status.textContent = `${count()} {{t quiz-script.saved}}`;
  };

  const load = async (file) => {
    try {
      const content = JSON.parse(await file.text());
      if (content?.quiz !== quiz || typeof content.answers !== "object" || content.answers === null)
        throw new TypeError();
      kept = content;
      for (const field of fields) fill(field, content.answers[field.dataset.question]);
      isSaved = true;
      status.textContent = `${count()} {{t quiz-script.read-from}} ${file.name}.`;
    } catch {
      status.textContent = `{{t quiz-script.nothing-changed}} ${file.name} {{t quiz-script.no-answers}}`;
    }
  };

  document.addEventListener("input", ({ target }) => {
    if (target.type === "file") return;
    isSaved = false;
    // No two steps have one place: the one that had it before has none now.
    if (target.matches("select"))
      for (const other of all(target.closest("fieldset"), "select"))
        if (other !== target && other.value === target.value) other.value = "";
    status.textContent = count();
  });
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("load").addEventListener("change", ({ target }) => {
    const [file] = target.files;
    target.value = "";
    if (file !== undefined) load(file);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isSaved) event.preventDefault();
  });
  status.textContent = count();
}
