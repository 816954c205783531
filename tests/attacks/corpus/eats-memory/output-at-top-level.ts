// attack: output flood
// expect: full marks
// scope: none
for (let i = 0; i < 1000; i++) console.log("y".repeat(1000));
