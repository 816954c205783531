// attack: export
// expect: threw in every case
// scope: updateLr
export class updateLr {}
